DROP TABLE scripted
