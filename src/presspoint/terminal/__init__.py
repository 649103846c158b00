"""What a terminal shows and sends: Rich, plain lines, raw keys, signals."""
