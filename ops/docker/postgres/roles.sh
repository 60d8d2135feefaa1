#!/bin/sh
# Run once, when the data folder is made: the platform's own role, which is no superuser, and the one
# that the exporter looks with. psql reads the passwords itself, for its own command line could be seen,
# and quotes what it puts in place of :'name'.
set -eu
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres --quiet --no-psqlrc <<'SQL'
\set platform `cat /run/secrets/platform_password`
\set watcher `cat /run/secrets/watcher_password`
CREATE ROLE otvet LOGIN PASSWORD :'platform';
CREATE DATABASE otvet OWNER otvet;
REVOKE CONNECT, TEMPORARY ON DATABASE otvet FROM PUBLIC;
CREATE ROLE watcher LOGIN PASSWORD :'watcher' IN ROLE pg_monitor;
GRANT CONNECT ON DATABASE otvet TO watcher;
SQL
