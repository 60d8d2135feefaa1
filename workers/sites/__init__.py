"""Sites as sources of knowledge: what may be fetched, and how it is fetched politely."""
