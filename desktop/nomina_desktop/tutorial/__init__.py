"""The tutorial: a real run on the sample pictures, in the window itself, one card after another."""
