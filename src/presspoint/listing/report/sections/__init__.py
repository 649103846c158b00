"""The sections of a report: each as sentences, with the values behind them."""
