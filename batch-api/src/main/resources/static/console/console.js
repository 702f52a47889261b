import './connection.js';
import './csrf.js';
import './dialogs.js';
import './filters.js';
import './local-time.js';
import './throughput.js';
