import { quietBeforeLookUp } from './typeahead.js';

/** How cards look here: Microsoft's renderer asks for sizes and colours, the style sheet does the rest. */
export const hostConfig = (isDark) => {
  const ink = isDark ? '#f1f1f4' : '#1d1d24';
  const subtle = isDark ? '#b4b4c0' : '#585866';
  const shades = (main, soft = main) => ({ default: main, subtle: soft });
  const foregroundColors = {
    default: shades(ink, subtle),
    dark: shades(isDark ? '#f1f1f4' : '#000000', subtle),
    light: shades(isDark ? '#ffffff' : '#ffffff', subtle),
    accent: shades(isDark ? '#a9b0ff' : '#4a51a8'),
    good: shades(isDark ? '#7fd39a' : '#1c6b3a'),
    warning: shades(isDark ? '#f0c36a' : '#7d4e00'),
    attention: shades(isDark ? '#ff9d95' : '#b3261e'),
  };
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors });
  return {
    supportsInteractivity: true,
    fontFamily: 'inherit',
    fontSizes: { small: 12, default: 14, medium: 14, large: 16, extraLarge: 20 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 22, extraLarge: 26 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 20, padding: 12 },
    separator: { lineThickness: 1, lineColor: isDark ? '#45454f' : '#dcdce4' },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: style('transparent'),
      emphasis: style(isDark ? '#2a2a33' : '#f1f1f6'),
      accent: style(isDark ? '#30335a' : '#e8eafc'),
      good: style(isDark ? '#1f3a2a' : '#e4f4e9'),
      attention: style(isDark ? '#4a2523' : '#fbe9e7'),
      warning: style(isDark ? '#44371c' : '#fbf1dc'),
    },
    actions: {
      maxActions: 6,
      spacing: 'medium',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12 },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    inputs: {
      allowDynamicallyFilteredChoiceSet: true,
      debounceTimeInMilliSeconds: quietBeforeLookUp,
      label: {
        inputSpacing: 'small',
        requiredInputs: { size: 'default', weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { size: 'default', weight: 'bolder' },
      },
      errorMessage: { size: 'default', color: 'attention', spacing: 'small' },
    },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 140 },
      value: { wrap: true },
      spacing: 12,
    },
    textBlock: { headingLevel: 4 },
  };
};
