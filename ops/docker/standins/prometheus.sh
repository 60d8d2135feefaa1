#!/bin/sh
# The images have their program as entry point; this one is told by its first word which it is.
set -eu
program=$1
shift
case "$program" in
prometheus) exec prometheus "$@" ;;
# Debian's older versions know the password's file as compose.yaml's do, and these options alone.
*) exec "prometheus-$program" "$@" ;;
esac
