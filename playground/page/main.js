import { drawClock } from './clock.js';
import { drawGuide } from './guide.js';
import { drawPeople } from './people.js';
import { makeSlackPane } from './slack/pane.js';
import { become, store, watch } from './store.js';
import { drawTabs } from './tabs.js';
import { makeTeamsPane } from './teams/pane.js';
import { drawTheme } from './theme.js';
import { watchNews } from './toasts.js';

const states = {
  starting: 'Bot is starting …',
  ready: 'Bot is ready',
  restarting: 'Bot ended and is starting again …',
  away: 'The playground does not answer. Is it still running?',
};

function drawBot({ bot }) {
  const place = document.getElementById('bot');
  if (place.dataset.state === bot.state) return;
  place.dataset.state = bot.state;
  place.textContent = states[bot.state];
}

watch(drawBot);
drawTheme(document.getElementById('theme'));
drawPeople(document.getElementById('who'));
drawClock(document.getElementById('clock'));
drawTabs(document.getElementById('tabs'));
drawGuide(document.getElementById('guide'));
makeSlackPane(document.getElementById('slack'));
makeTeamsPane(document.getElementById('teams'));
watchNews();
become(store.me);
