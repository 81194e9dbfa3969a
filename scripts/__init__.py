"""From content to site: each verb of the Makefile is a module here."""
