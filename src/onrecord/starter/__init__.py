"""A dataset to begin with: dataset/ holds its files, about a subject that is made up."""
