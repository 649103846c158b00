"""What was typed -> what it stands for, or a sentence on what there is instead."""
