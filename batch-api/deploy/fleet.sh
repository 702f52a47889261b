#!/usr/bin/env bash
# A fleet on one machine: PostgreSQL, an API that takes no operations, and two workers. Told in batch-api/docs/fleet.md.
set -euo pipefail

usage() {
    cat >&2 <<'TEXT'
usage: fleet.sh start|stop|status DIRECTORY

DIRECTORY keeps the database, logs, process ids and the first administrator's secret.

SPRING_DATASOURCE_URL, _USERNAME, _PASSWORD   a PostgreSQL that is there already; otherwise one is started
POSTGRES_BIN           where initdb and pg_ctl are; otherwise on the PATH
FLEET_API_PORT         8080
FLEET_WORKER_PORTS     "8081 8082": one worker for each; also of their health and metrics
FLEET_POSTGRES_PORT    5433
JAVA_OPTS              of every process
TEXT
    exit 2
}

[ $# -eq 2 ] || usage
mkdir -p "$2"
directory=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
api_port=${FLEET_API_PORT:-8080}
read -r -a worker_ports <<<"${FLEET_WORKER_PORTS:-8081 8082}"
postgres_port=${FLEET_POSTGRES_PORT:-5433}

running() { # name
    [ -f "$directory/$1.pid" ] && kill -0 "$(cat "$directory/$1.pid")" 2>/dev/null
}

secret() { # name: made once, readable by its owner only
    [ -f "$directory/$1" ] || (umask 077 && head -c 24 /dev/urandom | base64 | tr '+/' '-_' >"$directory/$1")
    cat "$directory/$1"
}

postgres() { # PostgreSQL refuses to be root; in a namespace of its own it is not
    if [ "$(id -u)" -eq 0 ]; then
        unshare -U "${POSTGRES_BIN:+$POSTGRES_BIN/}$1" "${@:2}"
    else
        "${POSTGRES_BIN:+$POSTGRES_BIN/}$1" "${@:2}"
    fi
}

start_postgres() {
    secret postgres.secret >/dev/null
    if [ ! -d "$directory/postgres" ]; then
        postgres initdb -D "$directory/postgres" -U ordermill -A scram-sha-256 --pwfile="$directory/postgres.secret" \
            -E UTF8 --locale=C >"$directory/initdb.log"
    fi
    if ! postgres pg_ctl -D "$directory/postgres" status >/dev/null; then
        postgres pg_ctl -D "$directory/postgres" -l "$directory/postgres.log" -w -s \
            -o "-p $postgres_port -h 127.0.0.1 -k $directory" start
    fi
    export SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$postgres_port/postgres"
    export SPRING_DATASOURCE_USERNAME=ordermill
    SPRING_DATASOURCE_PASSWORD=$(secret postgres.secret)
    export SPRING_DATASOURCE_PASSWORD
}

start_process() { # name, port, jar
    if ! running "$1"; then
        # shellcheck disable=SC2086 # options are several words
        SERVER_PORT=$2 nohup "$java" ${JAVA_OPTS:-} -jar "$3" >>"$directory/$1.log" 2>&1 </dev/null &
        echo $! >"$directory/$1.pid"
    fi
}

await_ready() { # name, port
    for ((waited = 0; waited < 240; waited++)); do
        if curl -fs -o /dev/null "http://127.0.0.1:$2/actuator/health/readiness"; then
            return
        elif ! running "$1"; then
            echo "$1 has ended; see $directory/$1.log" >&2
            exit 1
        fi
        sleep 0.5
    done
    echo "$1 is not ready after two minutes; see $directory/$1.log" >&2
    exit 1
}

start() {
    [ -n "${SPRING_DATASOURCE_URL:-}" ] || start_postgres
    export ORDERMILL_BOOTSTRAP_CLIENT_ID=operator
    ORDERMILL_BOOTSTRAP_CLIENT_SECRET=$(secret operator.secret)
    export ORDERMILL_BOOTSTRAP_CLIENT_SECRET
    ORDERMILL_WORKER_ENABLED=false start_process api "$api_port" "$here/../target/batch-api.jar"
    await_ready api "$api_port" # and with it the schema
    for port in "${worker_ports[@]}"; do
        start_process "worker-$port" "$port" "$here/../../batch-worker/target/batch-worker.jar"
    done
    for port in "${worker_ports[@]}"; do
        await_ready "worker-$port" "$port"
    done
    echo "http://127.0.0.1:$api_port is ready, with ${#worker_ports[@]} workers."
    echo "First administrator: operator, secret in $directory/operator.secret"
}

stop_process() { # name: SIGTERM, which lets a worker end its page and hand its operation back
    if running "$1"; then
        kill "$(cat "$directory/$1.pid")"
        while running "$1"; do sleep 0.1; done
    fi
    rm -f "$directory/$1.pid"
}

stop() {
    for pid in "$directory"/worker-*.pid "$directory/api.pid"; do
        [ ! -f "$pid" ] || stop_process "$(basename "$pid" .pid)"
    done
    [ ! -d "$directory/postgres" ] || postgres pg_ctl -D "$directory/postgres" -m fast -s stop
}

status() {
    local all=0
    for pid in "$directory"/*.pid; do
        [ -f "$pid" ] || continue
        name=$(basename "$pid" .pid)
        if running "$name"; then echo "$name runs"; else echo "$name is dead" && all=1; fi
    done
    return $all
}

case "$1" in
    start) start ;;
    stop) stop ;;
    status) status ;;
    *) usage ;;
esac
