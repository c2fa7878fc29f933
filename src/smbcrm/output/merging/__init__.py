"""What is told about who is who: pairs, questions and answers."""
