"""The steps of the features: what trainees and trainers do, and what they then see."""
