#!/bin/sh
# What the entry point of the postgres image does with the variables and files that compose.yaml has.
# Its socket lies in /tmp: podman 4 puts a folder over /run in which nobody but root may write.
set -eu
export PGHOST=/tmp
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    # shellcheck disable=SC2086
    initdb --username=postgres --pwfile="$POSTGRES_PASSWORD_FILE" $POSTGRES_INITDB_ARGS >/dev/null
    echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
    pg_ctl -w -s -o "-c listen_addresses='' -c unix_socket_directories=/tmp" start
    for script in /docker-entrypoint-initdb.d/*.sh; do sh "$script"; done
    pg_ctl -w -s -m fast stop
fi
exec "$@" -c listen_addresses='*' -c unix_socket_directories=/tmp
