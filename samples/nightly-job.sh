#!/bin/sh
# Sends a file by night. Exits 0 if all is well, 1 if somebody should look, else as mcmsg does: it did not begin.
set -u
input=$1 folder=${2:-.} definition=${3:-welcome} rate=${4:-6000}
mcmsg test --definition "$definition" --channel email || exit

# Named by its input, and not by the clock: started again after midnight, it is still the same run.
run=$(sha256sum < "$input" | cut -d ' ' -f 1)
mcmsg send email --definition "$definition" --input "$input" --run-id "$run" --recipients-per-minute "$rate" \
    --journal "$folder/$run.journal" --rejected "$folder/$run.rejected.csv"
sent=$?

# The checkpoint moves when the file is written: after a kill the messages are told again, and not lost.
not_sent=$folder/not-sent-$(date +%Y%m%dT%H%M%S).jsonl
mcmsg not-sent email --checkpoint "$folder/email.checkpoint" --output "$not_sent" || exit

# Whoever runs this by night mails what it writes, as cron does, or looks at its exit code.
if [ -s "$not_sent" ]; then
    echo "Not delivered since the last night: $not_sent"
    [ "$sent" -ne 0 ] || sent=1
else
    rm -f "$not_sent"
fi
exit "$sent"
