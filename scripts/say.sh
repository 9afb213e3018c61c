# SPDX-License-Identifier: Apache-2.0
# What ./run, ./test and scripts/* say while they work, and where they find the Swift toolchain. Sourced, never run.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
LOGS="$ROOT/.build/logs"

say() { printf '%s\n' "$*"; }
die() {
    printf '\n%s\n' "$*" >&2
    exit 1
}

# elapsed SECONDS: 0:07, 12:40
elapsed() { printf '%d:%02d' $(($1 / 60)) $(($1 % 60)); }

# as_root COMMAND…: runs it as root, through sudo where that is possible
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        sudo "$@"
    else
        return 126
    fi
}

# find_swift: puts `swift` on PATH or says what is needed
find_swift() {
    if ! command -v swift >/dev/null 2>&1; then
        [ -x /opt/swift/usr/bin/swift ] ||
            die "Sentinel needs the Swift 6.3 toolchain, and no 'swift' is on PATH or in /opt/swift/usr/bin.
Install it from swift.org (Debian 12, x86_64 or aarch64), put its usr/bin on PATH, and start again."
        PATH="/opt/swift/usr/bin:$PATH"
        export PATH
    fi
    case "$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)" in
    6.[3-9] | 6.[1-9][0-9] | [7-9].*) ;;
    *) die "Sentinel needs Swift 6.3 or newer; $(command -v swift) is: $(swift --version 2>&1 | head -n 1)" ;;
    esac
}

# watched LABEL LOG COMMAND…: runs it, keeps what it says in LOG, shows time and latest step; on a terminal in one line
watched() {
    local label=$1 log=$2
    shift 2
    mkdir -p "$(dirname "$log")"
    "$@" </dev/null 2>&1 | tell_progress "$label" "$log"
    return "${PIPESTATUS[0]}"
}

tell_progress() {
    local label=$1 log=$2 began=$SECONDS told=$SECONDS line
    : >"$log"
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$log"
        [ -n "$line" ] || continue
        if [ -t 1 ]; then
            printf '\r\033[K%s' "$(printf '%s  %s  %s' "$label" "$(elapsed $((SECONDS - began)))" "$line" | cut -c1-"${COLUMNS:-100}")"
        elif [ $((SECONDS - told)) -ge 20 ]; then
            told=$SECONDS
            printf '%s  %s  %s\n' "$label" "$(elapsed $((SECONDS - began)))" "$(printf '%s' "$line" | cut -c1-100)"
        fi
    done
    if [ -t 1 ]; then printf '\r\033[K'; fi
    printf '%s  done after %s\n' "$label" "$(elapsed $((SECONDS - began)))"
}
