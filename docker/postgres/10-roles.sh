#!/bin/bash
# Runs once, when the volume is empty: one role owns and migrates the database, the other only reads and writes rows.
set -euo pipefail
psql --no-psqlrc -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$OWNER_PASSWORD" -v application_password="$APPLICATION_PASSWORD" <<'SQL'
create role throughline_owner login password :'owner_password';
create role throughline login password :'application_password';
create database throughline owner throughline_owner;
revoke all on database throughline from public;
grant connect, temporary on database throughline to throughline;
SQL
