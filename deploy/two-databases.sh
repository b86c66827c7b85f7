#!/bin/sh
# Runs once, when PostgreSQL starts on an empty volume: two databases, two roles, and neither role
# may so much as look into the other's database.
set -eu

create() {
    psql --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
        --set name="$1" --set password="$2" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name" ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0;
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}

create register "$REGISTER_PASSWORD"
create urn "$URN_PASSWORD"
