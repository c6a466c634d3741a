"""Who voices the customer: the script, a recording, or a language model behind guards.

The engine decides what is meant; a voice only words it. Nothing here changes a play.
"""
