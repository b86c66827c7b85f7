DROP TABLE yardsticks;
