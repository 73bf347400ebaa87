#!/bin/sh
# Prints an .env with passwords of its own:  sh docker/make-env.sh > .env
set -eu
umask 077
secret() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
cat <<EOF
POSTGRES_PASSWORD=$(secret)
OWNER_PASSWORD=$(secret)
APPLICATION_PASSWORD=$(secret)
# prod asks for the first administrator; demo shows the demo company
SPRING_PROFILES_ACTIVE=prod
HTTP_PORT=8080
EOF
