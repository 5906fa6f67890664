// Loaded before the bot's program when the playground starts it: the bot ends with the playground, also when that was killed and could
// say nothing. The channel between the two carries no messages.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
