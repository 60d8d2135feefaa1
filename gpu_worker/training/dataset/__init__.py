"""The training set: from a knowledge base, and from what operators corrected.

``knowledge``    the passages of each agent, read from a folder
``questions``    how visitors ask for a passage
``shelf``        which passages come up with a question, as they do while serving
``answers``      answers in the form agents give, each statement with its source
``lessons``      examples of one passage, and of what is no question about any
``corrections``  examples from operators' corrections
``build``        all of it together
"""
