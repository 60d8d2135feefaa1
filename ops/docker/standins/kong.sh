#!/bin/sh
# What the entry point of the kong image does here.
exec "$@"
