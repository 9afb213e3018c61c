-- SPDX-License-Identifier: Apache-2.0
-- wrk: one report a request, each with a body and an Idempotency-Key of its own. Bodies come from a file, one JSON a line.
--   wrk -t1 -c16 -d20s --latency -s intake.lua URL -- BODIES TOKEN RUN
-- RUN is a number that no earlier run on the same store had: keys are made from it. Ends with one line: RESULT {json}.
local bodies, token, run, sent, failed

function init(args)
    bodies, token, run, sent = {}, args[2], tonumber(args[3]), 0
    for line in io.lines(args[1]) do bodies[#bodies + 1] = line end
    wrk.method = "POST"
    wrk.headers["Content-Type"] = "application/json"
    wrk.headers["Authorization"] = "Bearer " .. token
end

function request()
    sent = sent + 1
    local key = string.format("%08x-0000-4000-8000-%012x", run, sent)
    wrk.headers["Idempotency-Key"] = key
    -- The file may be shorter than the run: the key, put into the narrative, keeps every body different.
    local body = bodies[(sent - 1) % #bodies + 1]:gsub('"narrative": "', '"narrative": "' .. key .. " ", 1)
    return wrk.format(nil, nil, nil, body)
end

function done(summary, latency, _)
    local e = summary.errors
    io.write(string.format(
        'RESULT {"requests": %d, "seconds": %.3f, "failed": %d, "p50": %.3f, "p90": %.3f, "p99": %.3f, "max": %.3f}\n',
        summary.requests, summary.duration / 1e6, e.connect + e.read + e.write + e.timeout + e.status,
        latency:percentile(50) / 1e3, latency:percentile(90) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
