"""Keeps Chromium from calling its maker, so that in a sealed network what is noted is ours."""

_ITS_OWN = (
    # What it calls by itself, whatever page it shows, and no flag forbids: sign-in, updates,
    # autofill, Safe Browsing, messages. Whole names alone: fonts of Google, say, which a page might
    # fetch, are still noted.
    *("accounts.google.com", "android.clients.google.com", "clients2.google.com"),
    *("clientservices.googleapis.com", "content-autofill.googleapis.com", "edgedl.me.gvt1.com"),
    *("mtalk.google.com", "optimizationguide-pa.googleapis.com", "redirector.gvt1.com"),
    *("safebrowsing.googleapis.com", "safebrowsingohttpgateway.googleapis.com"),
    "update.googleapis.com",
)

QUIET = "--host-resolver-rules=" + ",".join(f"MAP {name} ~NOTFOUND" for name in _ITS_OWN)
"""An argument for Chromium: those names are found nowhere."""
