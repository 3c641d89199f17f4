"""Plain frozen records that pass between the stages."""
