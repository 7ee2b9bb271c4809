// append to exp2: list visible abstentions on seed 0
