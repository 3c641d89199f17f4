"""Markdown to article: one parser, its own inline rules, and a tree with source lines."""
