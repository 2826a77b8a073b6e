"""A digest's quotes looked up in the captures of its report: are the words those printed?"""
