// SPDX-License-Identifier: Apache-2.0

/// Passwords that are tried first, of twelve characters or more: shorter ones are refused for their length alone (SECURITY row 33).
///
/// Walks over the keyboard and counting, as they stand in published lists of leaked passwords; and the words that people put before a
/// year, a row of digits or an exclamation mark when a form asks for more.
enum CommonPasswords {
    /// Whether a password is no more than a word tried first, once or again and again, with digits and signs before and after.
    static func isDecorated(_ password: String) -> Bool {
        var core = Substring(password.lowercased())
        while let last = core.last, !last.isLetter { core.removeLast() }
        while let first = core.first, !first.isLetter { core.removeFirst() }
        guard !core.isEmpty else { return true }
        return bases.contains { base in
            core.count % base.count == 0 && core == String(repeating: base, count: core.count / base.count)
        }
    }

    /// Whole passwords, in lower case.
    static let walks: [String] = words(
        """
        111111111111 000000000000 012345678910 112233445566 111222333444 123123123123 123321123321 123456123456 123456654321 123456789000
        123456789012 123456789101 1234567890123 12345678901234 123456789012345 1234567890123456 123456789123 123456789987654321
        12345678900987654321 12345678987654321 1234567890987654321 098765432112 987654321098 987654321987 102030405060 010203040506
        122333444455555 159753456852 123456789abc 123456789asd 123456789qaz 123456789qwe 123456789qwer 123456789qwerty 123456789zxc
        1234567890qw 1234567890qwe 1234567890qaz 1234567890qwerty 123456qwerty 123qweasdzxc 123qweasdzxc123 qwerty123456 qwerty1234567
        qwerty12345678 qwerty123456789 qwerty1234567890 qwertyqwerty qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiop12345
        qwertyuiop123456 qwertyuiopas qwertyuiopasdf qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm qwertyasdfgh qwertasdfgzxcvb
        asdfghjkl123 asdfghjkl1234 asdfghjklzxcvbnm asdfasdfasdf asdfgh123456 zxcvbnm12345 zxcvbnm123456 zxcvbnm123456789 zxcvbn123456
        1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o 1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8
        1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qaz2wsx1qaz2wsx 1qazxsw23edc 1qazxsw23edcvfr4 1qaz@wsx3edc 1qaz!qaz2wsx zaq12wsxcde3 zaq1xsw2cde3
        qazwsxedcrfv qazwsxedcrfvtgb qazxswedcvfr qazxswedc123 qweasdzxc123 qweasdzxcqwe qwerasdfzxcv 1234qwerasdf 1234qwerasdfzxcv a1s2d3f4g5h6
        a1b2c3d4e5f6 abcd12345678 abc123abc123 abc123456789 abcdefghijkl abcdefghijklm abcdefghijklmnopqrstuvwxyz aaaabbbbcccc
        correcthorsebatterystaple trustno1trustno1 thisismypassword ilovemyfamily iloveyouforever letmeinplease opensesame123
        """)

    /// Words that digits and signs are put around.
    private static let bases: [String] = words(
        """
        password passw0rd p@ssword p@ssw0rd pa55word pa55w0rd welcome letmein iloveyou changeme admin
        administrator root user login secret master temp temporary default computer internet monkey dragon sunshine princess superman
        batman football baseball cricket rugby liverpool manchester arsenal chelsea tottenham everton astonvilla birmingham wolves
        coventry dudley sandwell solihull walsall wolverhampton england britain london summer winter spring autumn january february
        march april may june july august september october november december monday friday christmas family charlie thomas
        jessica police officer constable sergeant council school hospital nurse teacher safeguarding safeguard sentinel childcare
        protection mash
        """)

    private static func words(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }
}
