"""The history beside what is played: done without the timer, days of rest, what can be undone."""
