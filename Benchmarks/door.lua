-- SPDX-License-Identifier: Apache-2.0
-- wrk: one report at the public door a request, in one step. Ends with one line: RESULT {json}; an answer that is no redirect is failed.
--   wrk -t1 -c16 -d20s --latency -s door.lua URL
local sent = 0

function init()
    wrk.method = "POST"
    wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
    wrk.headers["Sec-Fetch-Site"] = "same-origin"
end

function request()
    sent = sent + 1
    return wrk.format(nil, nil, nil, "statement.text=Somebody+waits+at+the+gate,+number+" .. sent .. "&send=yes")
end


function done(summary, latency, _)
    local e = summary.errors
    io.write(string.format(
        'RESULT {"requests": %d, "seconds": %.3f, "failed": %d, "p50": %.3f, "p90": %.3f, "p99": %.3f, "max": %.3f}\n',
        summary.requests, summary.duration / 1e6, e.connect + e.read + e.write + e.timeout + e.status,
        latency:percentile(50) / 1e3, latency:percentile(90) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
