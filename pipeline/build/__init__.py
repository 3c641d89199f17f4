"""From a project to finished sheets: every stage in its order, one sheet after another."""
