"""The second opinion of a language model: levels and quotes, never points, beside the score.

The offline score counts. The opinion is asked for, shown beside it with its model, and marked where
the two are far apart; it is never mixed in, and in an exam there is none.
"""
