/** What jest gives for styles and pictures. */
export default '';
