"""The screen of a session: where each thing stands, what it says, and how it gets there."""
