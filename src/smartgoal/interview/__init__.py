"""The wizard as data: the next question, an answer accepted, the way back (`script`). No terminal inside."""
