import './connection.js';
import './csrf.js';
import './dialogs.js';
import './local-time.js';
