"""What the page of a command says, in Persian: loaded for such a page alone, so that no other command starts later."""
