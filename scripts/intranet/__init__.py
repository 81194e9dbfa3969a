"""The archive for intranets: the site, packed forms, configurations, what is inside and by whom."""
