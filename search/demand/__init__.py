"""What readers looked for in vain: so that editors know what to write. Nobody can be known from it."""
