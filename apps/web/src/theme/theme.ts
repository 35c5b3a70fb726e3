import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from "@mantine/core";

const pine: MantineColorsTuple = [
  "#e3f1ef",
  "#c9e3df",
  "#9fcdc7",
  "#6fb3ac",
  "#43958e",
  "#237873",
  "#0e5a57",
  "#0b4e4b",
  "#083f3d",
  "#052e2c",
];
const clay: MantineColorsTuple = [
  "#fcefdd",
  "#f8e0bf",
  "#f0c68c",
  "#e3a85b",
  "#d08a38",
  "#b8691b",
  "#a35b14",
  "#8a4b0e",
  "#6f3c0a",
  "#542d07",
];
const brick: MantineColorsTuple = [
  "#fbe6e3",
  "#f6ccc7",
  "#eba49c",
  "#ee9f96",
  "#cf5548",
  "#b93a2d",
  "#a12c20",
  "#8a2319",
  "#701b13",
  "#54130d",
];
/** Ink on pine-tinted night: what Mantine paints dark surfaces, borders and text with. */
const dark: MantineColorsTuple = [
  "#e6efed",
  "#c4d2cf",
  "#9db0ac",
  "#7a8f8b",
  "#43544f",
  "#31403d",
  "#1b2726",
  "#121b1a",
  "#0d1514",
  "#080e0d",
];

const sans = '"Atkinson Hyperlegible Next Variable", "Atkinson Hyperlegible Next", system-ui, sans-serif';

export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: { light: 6, dark: 3 },
  // What is written on a filled colour follows the scheme, which Mantine's own contrast does not know.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === "filled" ? { ...colors, color: "var(--on-brand)" } : colors;
  },
  components: {
    Checkbox: { defaultProps: { iconColor: "var(--on-brand)" } },
    Radio: { defaultProps: { iconColor: "var(--on-brand)" } },
  },
  colors: { pine, clay, brick, red: brick, dark },
  black: "#16302f",
  fontFamily: sans,
  headings: { fontFamily: sans, fontWeight: "650" },
  defaultRadius: "md",
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "14px", xl: "20px" },
  respectReducedMotion: true,
  cursorType: "pointer",
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#faf7f1",
    "--mantine-color-text": "#16302f",
    "--mantine-color-dimmed": "#50625f",
    "--mantine-color-error": "#a12c20",
    "--mantine-color-placeholder": "#6b7b78",
  },
  dark: {
    "--mantine-color-body": "#0f1716",
    "--mantine-color-text": "#e6efed",
    "--mantine-color-dimmed": "#a9bbb7",
    "--mantine-color-error": "#f0a39a",
    "--mantine-color-placeholder": "#93a5a1",
  },
});
