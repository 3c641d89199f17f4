"""What people vouch for: approvals, confirmations, standing, withdrawals."""
