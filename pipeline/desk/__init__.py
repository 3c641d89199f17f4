"""What people look at and do: checks, catalogs, services, status, inspection."""
