/**
 * How the server is set up: small, quiet, and silent about what it holds.
 * Every name is explained in the Postgres manual, chapter "Server Configuration" (17, read November 2026).
 */
export function serverSettings(major: number, durable: boolean): Record<string, string> {
  return { ...small, ...silent, ...(major >= 18 ? { io_method: 'sync' } : {}), ...(durable ? {} : careless) };
}

/** A few dozen people on one machine: some 25 MB at rest, and no process that waits for work we never give. */
const small = {
  shared_buffers: '32MB',
  max_connections: '100',
  max_worker_processes: '2',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  max_logical_replication_workers: '0',
  max_replication_slots: '0',
  max_wal_senders: '0',
  wal_level: 'minimal',
  max_wal_size: '512MB',
  autovacuum_max_workers: '2',
  huge_pages: 'off',
  jit: 'off',
  update_process_title: 'off',
  timezone: 'UTC',
};

/**
 * No value ever reaches the server log. Below `log` stand the errors of statements, whose text repeats values
 * ("invalid input syntax …"): they go to the client alone. `terse` drops the DETAIL of what remains, which would
 * quote rows, and the statement a crashed session was running.
 */
const silent = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  log_connections: 'off',
  log_disconnections: 'off',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_timezone: 'UTC',
};

/** For tests: a crash of the machine may lose everything, a crash of a program nothing. */
const careless = { fsync: 'off', full_page_writes: 'off' };
