"""The words of own files: what they mean, and what they may not say."""
