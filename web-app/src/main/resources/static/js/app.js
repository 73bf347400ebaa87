// Entry of every page. Each component acts on data attributes and leaves alone what it does not know;
// every page works before, and without, any of this.
import './component/request.js';
import './component/theme.js';
import './component/sidebar.js';
import './component/menus.js';
import './component/dialogs.js';
import './component/notices.js';
import './component/keys.js';
import './component/palette.js';
import './component/times.js';
import './component/forms.js';
import './component/drafts.js';
import './component/rows.js';
import './component/cards.js';
import './component/session.js';
import './component/files.js';
import './component/mentions.js';
import './component/live.js';
