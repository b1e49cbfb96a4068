# Runs a command so that it ends when its supervisor does, however the supervisor ends.
# Standard input is a pipe that only the supervisor holds open: its end is the supervisor's end.
# Usage: sh -c "$(cat supervise.sh)" supervise SECONDS COMMAND [ARGUMENT...]
bound=$1
shift
# A Ctrl-C goes to the whole terminal group; the supervisor alone decides in which order its children end.
trap '' INT HUP
exec 3<&0
"$@" </dev/null 3<&- &
child=$!

end_child() {
  kill -TERM "$child" 2>/dev/null
  tenths=$((bound * 10))
  while [ "$tenths" -gt 0 ] && kill -0 "$child" 2>/dev/null; do
    sleep 0.1
    tenths=$((tenths - 1))
  done
  kill -KILL "$child" 2>/dev/null
}

(
  exec >/dev/null 2>&1
  while read -r _ <&3; do :; done
  end_child
) &
watcher=$!
exec 3<&-

trap 'kill -TERM "$child" 2>/dev/null' TERM
wait "$child"
status=$?
while kill -0 "$child" 2>/dev/null; do
  wait "$child"
  status=$?
done
kill -KILL "$watcher" 2>/dev/null
exit "$status"
