"""Measuring the speed: ratios within one run, medians, peak memory."""
