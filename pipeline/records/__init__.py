"""What people keep beside the articles, read and validated: regions, publisher, references."""
