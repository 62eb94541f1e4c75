"""What tests share: the test database, the browser, the clock."""
