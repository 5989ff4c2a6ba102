# Starts a replica of the server at PGHOST (as PGUSER, with PGPASSWORD) in PGDATA; copies it first where there is nothing yet. What stands there and follows
# no server (it was promoted, or its copy was cut off) is not touched.
set -eu
if [ ! -e "$PGDATA/standby.signal" ]; then
	if [ -n "$(ls -A "$PGDATA")" ]; then
		echo "$PGDATA holds something that is no replica; remove the volume to copy the server anew" >&2
		exit 1
	fi
	chmod 0700 "$PGDATA"
	pg_basebackup --pgdata "$PGDATA" --write-recovery-conf --checkpoint=fast --wal-method=stream
fi
exec postgres -c hot_standby_feedback=on "$@"
