"""Pages of the web as sources of knowledge: what may be fetched, and how to be a polite guest.

``urls``       which addresses are taken, and when two are of one place
``addresses``  names to network addresses, public ones only
``transport``  connections to exactly the address that was checked
``fetch``      one page within bounds of bytes, time, redirects and types
``robots``     what the place allows
``sitemap``    what it says it has
``crawl``      all pages of a place, a step at a time
"""
